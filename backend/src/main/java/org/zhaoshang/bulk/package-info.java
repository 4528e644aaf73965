/** Uploads as jobs: plan, apply, results, revert. A feature registers the kind of record that it takes. */
@NullMarked
package org.zhaoshang.bulk;

import org.jspecify.annotations.NullMarked;
