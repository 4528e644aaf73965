/** Yearly targets (年度任务), indicators (指标) and the ranking of a month: computed, never typed, each with its definition. */
@NullMarked
package org.zhaoshang.dispatch.indicators;

import org.jspecify.annotations.NullMarked;
