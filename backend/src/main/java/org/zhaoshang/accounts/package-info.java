/** People: their accounts and roles, signing in, sessions. */
@NullMarked
package org.zhaoshang.accounts;

import org.jspecify.annotations.NullMarked;
