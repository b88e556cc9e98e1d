#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

// What Swift cannot call as it stands: macros, parameters that lack `const`, and a signature that
// changed with Graphviz 13.

#if __has_include(<gvc.h>)
#include <gvc.h>
#else
#include <graphviz/gvc.h>
#endif

#include <stddef.h>

// MARK: - Finding the library

// glibc hides `dladdr` from Swift's view of <dlfcn.h>; its ABI is the same everywhere.
typedef struct {
    const char *file_name;
    void *file_base;
    const char *symbol_name;
    void *symbol_address;
} shim_symbol_info;

#ifdef __APPLE__
extern int shim_dladdr(const void *address, shim_symbol_info *info) __asm__("_dladdr");
#else
extern int shim_dladdr(const void *address, shim_symbol_info *info) __asm__("dladdr");
#endif

// The path of the Graphviz library that is loaded, or NULL.
static inline const char *shim_library_path(void) {
    shim_symbol_info info;
    return shim_dladdr((const void *)&gvLayout, &info) ? info.file_name : NULL;
}

// MARK: - Building

static inline Agraph_t *shim_open_graph(const char *name) { return agopen((char *)name, Agdirected, NULL); }

static inline Agnode_t *shim_node(Agraph_t *graph, const char *name) { return agnode(graph, (char *)name, 1); }

static inline Agnode_t *shim_enter(Agraph_t *subgraph, Agnode_t *node) { return agsubnode(subgraph, node, 1); }

static inline Agedge_t *shim_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *name) {
    return agedge(graph, tail, head, (char *)name, 1);
}

static inline Agraph_t *shim_subgraph(Agraph_t *graph, const char *name) { return agsubg(graph, (char *)name, 1); }

// Declares an attribute of all graphs (0), nodes (1) or edges (2), and sets its default.
static inline Agsym_t *shim_declare(Agraph_t *graph, int kind, const char *name, const char *value) {
    return agattr(graph, kind == 0 ? AGRAPH : kind == 1 ? AGNODE : AGEDGE, (char *)name, (char *)value);
}

static inline void shim_set(void *object, Agsym_t *attribute, const char *value) {
    agxset(object, attribute, (char *)value);
}

// MARK: - Reading a layout

static inline pointf shim_position(Agnode_t *node) { return ND_coord(node); }

static inline boxf shim_bounds(Agraph_t *graph) { return GD_bb(graph); }

static inline int shim_curve_count(Agedge_t *edge) { return ED_spl(edge) ? (int)ED_spl(edge)->size : 0; }

static inline int shim_point_count(Agedge_t *edge, int curve) { return (int)ED_spl(edge)->list[curve].size; }

static inline pointf shim_point(Agedge_t *edge, int curve, int point) {
    return ED_spl(edge)->list[curve].list[point];
}

// Whether an arrow head stands at the end of the curve, and its tip.
static inline int shim_has_head(Agedge_t *edge, int curve) { return ED_spl(edge)->list[curve].eflag != 0; }
static inline pointf shim_head(Agedge_t *edge, int curve) { return ED_spl(edge)->list[curve].ep; }

// MARK: - Rendering and errors

static inline int shim_render(GVC_t *context, Agraph_t *graph, const char *format, char **result, size_t *length) {
    unsigned int narrow = 0;
    size_t wide = 0;
    int code = gvRenderData(
        context, graph, format, result,
        _Generic(&gvRenderData,
            int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): &narrow,
            default: &wide));
    *length = wide > narrow ? wide : narrow;
    return code;
}

// Sends the text of every error and warning, in pieces, to `function`.
static inline void shim_collect_errors(int (*function)(const char *)) {
    agseterrf((agusererrf)function);
    agseterr(AGWARN);
}

#endif
