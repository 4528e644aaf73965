package org.zhaoshang.dispatch;

/** What holds a project up: 资金、用地、政策、审批、其他. */
enum ProblemKind {
    CAPITAL,
    LAND,
    POLICY,
    APPROVAL,
    OTHER
}
