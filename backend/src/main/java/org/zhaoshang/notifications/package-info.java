/** What people are told: their inbox, mail from an outbox written with the change, and what each of them wants of it. */
@NullMarked
package org.zhaoshang.notifications;

import org.jspecify.annotations.NullMarked;
