package org.zhaoshang.projects;

/** How a project is to be carried: 独资, 合资, 合作, 其他. */
public enum CooperationMode {
    SOLE_PROPRIETORSHIP,
    JOINT_VENTURE,
    COOPERATION,
    OTHER
}
