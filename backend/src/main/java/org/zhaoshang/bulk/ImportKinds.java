package org.zhaoshang.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;

/** The kinds of record that features take uploads of. */
@ApplicationScoped
class ImportKinds {
    private static final Text LABEL = new Text("导入类别（kind）", "kind");

    private final Kinds<ImportKind> kinds;

    ImportKinds(@Any Instance<ImportKind> kinds) {
        this.kinds = new Kinds<>(kinds, ImportKind::name, LABEL);
    }

    /** @throws Problem 400 for a kind that there is not, 403 for one that is not the caller's to upload */
    ImportKind forCaller(@Nullable String name, Caller caller) {
        return permitted(kinds.asked(name), caller);
    }

    /** @throws Problem 404 for a kind that there is not, 403 for one that is not the caller's to upload */
    ImportKind offered(String name, Caller caller) {
        return permitted(kinds.find(name).orElseThrow(Problem::notFound), caller);
    }

    private static ImportKind permitted(ImportKind kind, Caller caller) {
        if (caller.unitCode() == null || !kind.isFor(caller)) {
            throw Problem.forbidden(new Text("您没有权限上传这类数据", "You may not upload this kind"));
        }
        return kind;
    }

    ImportKind named(String name) {
        return kinds.named(name);
    }
}
