/** Forms as data: each field's name, type, unit and label; reading values strictly and all at once. */
@NullMarked
package org.zhaoshang.shared.fields;

import org.jspecify.annotations.NullMarked;
