package org.zhaoshang.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** The kinds of record that features take uploads of. */
@ApplicationScoped
class ImportKinds {
    private static final Text LABEL = new Text("导入类别（kind）", "kind");

    private final Instance<ImportKind> kinds;

    ImportKinds(@Any Instance<ImportKind> kinds) {
        this.kinds = kinds;
    }

    /** @throws Problem 400 for a kind that there is not, 403 for one that is not the caller's to upload */
    ImportKind forCaller(@Nullable String name, Caller caller) {
        ImportKind kind = find(name)
                .orElseThrow(() -> Problem.badRequest(
                        name == null
                                ? Finding.of("REQUIRED", "/kind", Map.of("label", LABEL))
                                : Finding.of("CODE", "/kind", Map.of("label", LABEL, "value", name))));
        return permitted(kind, caller);
    }

    /** @throws Problem 404 for a kind that there is not, 403 for one that is not the caller's to upload */
    ImportKind offered(String name, Caller caller) {
        return permitted(find(name).orElseThrow(Problem::notFound), caller);
    }

    private static ImportKind permitted(ImportKind kind, Caller caller) {
        if (caller.unitCode() == null || !kind.isFor(caller)) {
            throw Problem.forbidden(new Text("您没有权限上传这类数据", "You may not upload this kind"));
        }
        return kind;
    }

    ImportKind named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("no kind " + name + " among "
                        + kinds.stream().map(ImportKind::name).collect(Collectors.joining(", "))));
    }

    private Optional<ImportKind> find(@Nullable String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
