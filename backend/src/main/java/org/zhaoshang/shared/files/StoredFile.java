package org.zhaoshang.shared.files;

/**
 * A file in the store.
 *
 * @param sha256 its content's hash in lower-case hex: its name in the store
 * @param size in bytes
 */
public record StoredFile(String sha256, long size) {}
