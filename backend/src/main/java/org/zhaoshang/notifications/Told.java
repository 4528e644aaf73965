package org.zhaoshang.notifications;

/** Fired with the change that told people something or that they read it: open inboxes look again once it is committed. */
record Told() {}
