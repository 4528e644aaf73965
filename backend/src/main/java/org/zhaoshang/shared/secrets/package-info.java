/** Hashing and signing in one place, each value beside the name of its algorithm, so that SM2 and SM3 can follow. */
@NullMarked
package org.zhaoshang.shared.secrets;

import org.jspecify.annotations.NullMarked;
