/** The reserve library as a kind of upload: what a row stands for, what becomes of it, and its undoing. */
@NullMarked
package org.zhaoshang.projects.upload;

import org.jspecify.annotations.NullMarked;
