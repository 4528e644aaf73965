package org.zhaoshang.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The records and keys that earlier rows of the file stand for, so that no row quietly overwrites another. Keys are kept as 64
 * bits of their hash: a hundred thousand rows take a few megabytes however long their names are.
 */
public final class SeenRows {
    private final Map<UUID, Integer> records = new HashMap<>();
    private final Map<Long, Integer> keys = new HashMap<>();

    /** The earlier row that stands for this record. */
    public Optional<Integer> rowOf(UUID record) {
        return Optional.ofNullable(records.get(record));
    }

    public void add(UUID record, int row) {
        records.put(record, row);
    }

    /** The earlier row that creates a record of this key. */
    public Optional<Integer> rowOf(String key) {
        return Optional.ofNullable(keys.get(hash(key)));
    }

    public void add(String key, int row) {
        keys.putIfAbsent(hash(key), row);
    }

    private static long hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
