/** Investment promotion for Chinese cities: from the reserve library to the signed project. */
@NullMarked
package org.zhaoshang;

import org.jspecify.annotations.NullMarked;
