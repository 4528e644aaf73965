/** The filtered list as a file: csv, ndjson and xlsx, in the columns that an upload reads. */
@NullMarked
package org.zhaoshang.projects.export;

import org.jspecify.annotations.NullMarked;
