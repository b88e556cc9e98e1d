# --- joining and repeating
for n in [3, 1, 0, -2]:
    print(['ab' * n, n * 'x', 'a' + 'b' * n])
# --- strings grow in a loop
text = ''
for k in range(5):
    text += str(k)
    text += '-' if k < 4 else '.'
print(text, len(text))
# --- repeated in place
line = 'ab'
for n in [2, 3, 0]:
    line *= n
    print([line])
# --- membership
for part in ['', 'l', 'lo', 'ol', 'hello', 'hello!']:
    print(part in 'hello', part not in 'hello')
# --- indexing
text = 'hello'
for k in [0, 4, -1, -5]:
    print(text[k])
# --- slices of strings
text = 'abcdefg'
for a in [None, 0, 2, -3, 10]:
    for b in [None, 4, -1, -10]:
        print([text[a:b], text[a:b:2], text[b:a:-1]])
# --- reversed text
def is_palindrome(text):
    return text == text[::-1]
print(is_palindrome('level'), is_palindrome('levels'), is_palindrome(''), 'abc'[::-1])
# --- join
for parts in [[], ['a'], ['a', 'b', 'c'], ('x', 'y')]:
    print([', '.join(parts), ''.join(parts)])
print('-'.join('abc'), '.'.join(str(n) for n in range(4)), ' '.join(map(str, [1, 2.0, None])))
# --- comparison of strings
for a, b in [('a', 'b'), ('a', 'B'), ('', 'a'), ('abc', 'abd'), ('ab', 'abc'), ('10', '9'), ('é', 'z'), ('a', 'a')]:
    print(a < b, a <= b, a == b, a != b, a > b)
# --- iteration over characters
for k, letter in enumerate('héλ'):
    print(k, letter, [letter])
print(list('abc'), tuple('ab'), len('héλ'), sorted('hello'), list(reversed('abc')))
# --- characters count as they are written
for text in ['e\u0301', '\u00e9', '\U0001F600', '日本', '']:
    print(len(text), [text[::-1]], [c for c in text])
# --- str of everything
for x in [1, -1.5, True, None, 'a', [1, 'b'], (2,), 1e20, 10**20]:
    print([str(x)], len(str(x)))
# --- min and max of strings
for words in [['pear', 'apple', 'fig']]:
    print(min(words), max(words), max(words, key=len), min(words, key=len), max('hello'))
# --- counting letters
text = 'mississippi'
seen = []
for letter in text:
    if letter not in seen:
        seen.append(letter)
for letter in seen:
    print(letter, len([c for c in text if c == letter]))
# --- strings are never equal to numbers
for x in ['1', 1, 1.0, True, None]:
    print([x == y for y in ['1', 1, 1.0, True, None]])
# --- a caesar of lists
alphabet = 'abcdefghijklmnopqrstuvwxyz'
def position(letter):
    for k in range(len(alphabet)):
        if alphabet[k] == letter:
            return k
    return None
def shift(text, by):
    result = ''
    for c in text:
        k = position(c)
        result += c if k is None else alphabet[(k + by) % 26]
    return result
print(shift('hello, world', 3), shift(shift('hello, world', 3), -3))
# --- true and empty strings
for text in ['', ' ', '0', 'False']:
    print(not text, text or 'nothing', text and 'something')
