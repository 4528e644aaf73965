/** The embedded database: a real PostgreSQL for the demonstration and the tests, with its data kept in one folder. */
@NullMarked
package org.zhaoshang.shared.embedded;

import org.jspecify.annotations.NullMarked;
