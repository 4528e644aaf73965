package org.zhaoshang.shared.fields;

/** Answers whether a code exists in one of the lists that fields refer to. */
@FunctionalInterface
public interface CodeList {
    boolean has(String list, String code);
}
