/** Work that is done after the request that asked for it: once, however many servers run, and never lost by one that ends. */
@NullMarked
package org.zhaoshang.shared.queue;

import org.jspecify.annotations.NullMarked;
