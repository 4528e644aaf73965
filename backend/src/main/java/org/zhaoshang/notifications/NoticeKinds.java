package org.zhaoshang.notifications;

import java.util.List;

/** What a feature tells people of. Every bean of this type is found; a notice of a kind that none of them has is refused. */
public interface NoticeKinds {
    List<NoticeKind> kinds();
}
