package org.zhaoshang.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;

/** The lists that features make files of. */
@ApplicationScoped
class ExportKinds {
    private static final Text LABEL = new Text("导出类别（kind）", "kind");

    private final Kinds<ExportKind<?>> kinds;

    ExportKinds(@Any Instance<ExportKind<?>> kinds) {
        this.kinds = new Kinds<>(kinds, ExportKind::name, LABEL);
    }

    /** @throws Problem 400 for a kind that there is not, 403 for one that is not the caller's to read */
    ExportKind<?> forCaller(@Nullable String name, Caller caller) {
        ExportKind<?> kind = kinds.asked(name);
        if (!kind.isFor(caller)) {
            throw Problem.forbidden(new Text("您没有权限导出这类数据", "You may not export this kind"));
        }
        return kind;
    }

    ExportKind<?> named(String name) {
        return kinds.named(name);
    }
}
