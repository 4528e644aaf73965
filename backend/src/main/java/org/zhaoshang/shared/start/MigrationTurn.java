package org.zhaoshang.shared.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whose turn it is to migrate the database. Liquibase marks its lock in a table, where it stays when its holder is killed and
 * every later start waits in vain. The advisory lock held here ends with its connection: whoever has it knows that a mark
 * still in the table belongs to nobody, and removes it. Two starts at once go one after the other.
 */
public final class MigrationTurn implements AutoCloseable {
    /** "zhaoshan" in ASCII: any number that no other program of the database uses. */
    private static final long KEY = 0x7A68616F7368616EL;

    private final Connection connection;

    private MigrationTurn(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the turn; a migration in another process may take minutes. */
    public static MigrationTurn take(String url, String username, String password) {
        try {
            DriverManager.setLoginTimeout(10);
            Connection connection = DriverManager.getConnection(url, username, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
                statement.execute("""
                        DO $$ BEGIN
                            IF to_regclass('databasechangeloglock') IS NOT NULL THEN
                                UPDATE databasechangeloglock
                                SET locked = false, lockgranted = NULL, lockedby = NULL WHERE locked;
                            END IF;
                        END $$""");
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
            return new MigrationTurn(connection);
        } catch (SQLException failure) {
            throw new StartRefused(
                    "The database " + withoutParameters(url) + " can not be used (" + firstLine(failure)
                            + "): check that it runs and that QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD are right.",
                    failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The migration turn could not be given back", failure);
        }
    }

    /** Parameters of a JDBC address may carry a password. */
    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
