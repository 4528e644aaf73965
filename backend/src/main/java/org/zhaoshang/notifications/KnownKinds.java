package org.zhaoshang.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Role;

/** All kinds, by their codes. */
@ApplicationScoped
class KnownKinds {
    private final Map<String, NoticeKind> byCode = new TreeMap<>();

    KnownKinds(@Any Instance<NoticeKinds> features) {
        for (NoticeKinds feature : features) {
            for (NoticeKind kind : feature.kinds()) {
                if (byCode.put(kind.code(), kind) != null) {
                    throw new IllegalStateException(kind.code() + " is the code of two kinds of notices");
                }
            }
        }
    }

    @Nullable
    NoticeKind find(String code) {
        return byCode.get(code);
    }

    /** What a person of these roles may be told. */
    List<NoticeKind> of(Collection<Role> roles) {
        return byCode.values().stream()
                .filter(kind -> kind.roles().stream().anyMatch(roles::contains))
                .toList();
    }
}
