package org.zhaoshang.shared.rules;

/** How much a finding weighs. */
public enum Severity {
    /** 拦截: refuses submission until the value is right. */
    BLOCK,
    /** 警告: refuses submission until someone says why the value is right all the same. */
    EXPLAIN,
    /** 提示: a hint, refuses nothing. */
    INFO
}
