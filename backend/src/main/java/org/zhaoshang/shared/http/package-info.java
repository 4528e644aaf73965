/** How the API answers: problems, pages, revisions, idempotency, request ids, language. */
@NullMarked
package org.zhaoshang.shared.http;

import org.jspecify.annotations.NullMarked;
