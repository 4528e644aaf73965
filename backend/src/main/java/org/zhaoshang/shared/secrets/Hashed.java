package org.zhaoshang.shared.secrets;

/**
 * A stored hash.
 *
 * @param algorithm its name and parameters; a value of another algorithm is checked by that one and renewed when possible
 */
public record Hashed(String algorithm, String value) {}
