package org.zhaoshang.shared.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Test;

/** A request must hear soon that the database is gone; a migration may keep it busy for minutes. */
@QuarkusTest
class MigrationConnectionTest {
    @Inject
    LiquibaseFactory migrations;

    @Inject
    DataSource requests;

    @Test
    void migrationsMayTakeAsLongAsTheyNeed() throws Exception {
        try (Liquibase liquibase = migrations.createLiquibase()) {
            JdbcConnection connection = (JdbcConnection) liquibase.getDatabase().getConnection();
            assertThat(connection.getUnderlyingConnection().getNetworkTimeout()).isZero();
        }
        try (Connection connection = requests.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
        }
    }
}
