/** The built client, served beside the API when one process is to do for both. */
@NullMarked
package org.zhaoshang.shared.client;

import org.jspecify.annotations.NullMarked;
