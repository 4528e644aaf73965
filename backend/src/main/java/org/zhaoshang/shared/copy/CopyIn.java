package org.zhaoshang.shared.copy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Rows into a table by COPY, the fastest way PostgreSQL has, in the running transaction. Values are given as text in the form
 * that the column's type reads.
 */
public final class CopyIn {
    /** As much as one message to the database carries. */
    private static final int BUFFER = 1 << 16;

    private CopyIn() {}

    /** Writes the rows; every cell once, from left to right. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(Target target) throws IOException;
    }

    /**
     * @param table with its columns, for example {@code "audit_entries (at, action)"}
     */
    public static void copy(EntityManager database, String table, Rows rows) {
        database.unwrap(Session.class).doWork(connection -> copy(connection, table, rows));
    }

    /** In the connection's own transaction. */
    public static void copy(Connection connection, String table, Rows rows) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (PGCopyOutputStream stream = new PGCopyOutputStream(postgres, "copy " + table + " from stdin", BUFFER)) {
            rows.writeTo(new Target(stream));
        } catch (IOException failure) {
            if (failure.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new SQLException("COPY broke off", "08006", failure);
        }
    }

    /** COPY's text format: cells parted by tabs, rows by newlines, both escaped inside a value. */
    public static final class Target {
        private final OutputStream stream;
        private boolean first = true;

        private Target(OutputStream stream) {
            this.stream = stream;
        }

        public Target cell(@Nullable Object value) throws IOException {
            if (!first) {
                stream.write('\t');
            }
            first = false;
            stream.write(value == null ? NULL : escaped(value.toString()).getBytes(StandardCharsets.UTF_8));
            return this;
        }

        public void endRow() throws IOException {
            stream.write('\n');
            first = true;
        }

        private static final byte[] NULL = {'\\', 'N'};

        private static String escaped(String text) {
            int at = 0;
            while (at < text.length() && !isSpecial(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                return text;
            }
            StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, at);
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                switch (c) {
                    case '\\' -> escaped.append("\\\\");
                    case '\t' -> escaped.append("\\t");
                    case '\n' -> escaped.append("\\n");
                    case '\r' -> escaped.append("\\r");
                    default -> escaped.append(c);
                }
            }
            return escaped.toString();
        }

        private static boolean isSpecial(char c) {
            return c == '\\' || c == '\t' || c == '\n' || c == '\r';
        }
    }
}
