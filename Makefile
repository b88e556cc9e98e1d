SWIFT ?= swift
SOURCES = Package.swift Sources Tests Benchmarks Examples

.PHONY: demo test snippets fuzz lint pictures benchmark benchmark-peers clean setup

# Draws an example to gout.svg, on a machine that has no more than a Swift toolchain.
demo: setup
	$(SWIFT) run trace Examples/neuron.txt -o gout.svg
	@echo "Drew Examples/neuron.txt to gout.svg: open it in a browser."

# The whole suite, the tests of misuse once more as a release build, where checks are easily lost, and the code of
# the documents.
test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	$(SWIFT) test -c release --scratch-path .build/release-tests --filter ChecksTests
	SWIFT=$(SWIFT) Scripts/check-snippets.sh

# Compiles and runs the Swift code of the documents, and compares its output with the comments there.
snippets: setup
	SWIFT=$(SWIFT) Scripts/check-snippets.sh

# Runs random programs against an independent tape: 20,000, or `make fuzz SEEDS=1 FIRST=4711` for one of them.
SEEDS = 20000
FIRST = 0
fuzz: setup
	$(SWIFT) run -c release Fuzz $(SEEDS) $(FIRST)

# Installs the Graphviz library where it is missing.
setup:
	@Scripts/setup.sh

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	Scripts/check-imports.sh
	$(SWIFT) build --explicit-target-dependency-import-check error
	@command -v python3 >/dev/null || { echo "make lint: python3 is missing; install it" >&2; exit 1; }
	SWIFT=$(SWIFT) Scripts/check-folders.py "$$($(SWIFT) build --show-bin-path)/index/store"

# Makes every picture of docs and README anew.
pictures: setup
	$(SWIFT) build -c release
	Scripts/make-pictures.sh "$$($(SWIFT) build -c release --show-bin-path)"
	$(SWIFT) run -c release Benchmarks --plot docs/pictures/growth.svg --from docs/performance.md

benchmark: setup
	$(SWIFT) run -c release Benchmarks

# The same beside micrograd, PyTorch and JAX, in a virtual environment of about 6 GB.
benchmark-peers: setup
	$(SWIFT) build -c release --product Benchmarks
	python=$$(Scripts/make-peers.sh) && $(SWIFT) run -c release Benchmarks --peers "$$python"

clean:
	$(SWIFT) package clean
	rm -f gout.svg
