package org.zhaoshang;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the product keeps of what it was told: every row of every table, and the log. */
@ApplicationScoped
public class Kept {
    private final EntityManager database;

    Kept(EntityManager database) {
        this.database = database;
    }

    /** No table holds the text anywhere, in whatever column. */
    public void inNoTable(String secret) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<String> holders = new ArrayList<>();
            List<?> tables = database.createNativeQuery(
                            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                    .getResultList();
            assertThat(tables).asString().contains("audit_entries", "idempotency_keys", "accounts");
            for (Object table : tables) {
                long rows = (long) database.createNativeQuery(
                                "select count(*) from %s t where strpos(cast(t as text), :secret) > 0".formatted(table))
                        .setParameter("secret", secret)
                        .getSingleResult();
                if (rows > 0) {
                    holders.add(table.toString());
                }
            }
            assertThat(holders).isEmpty();
        });
    }

    /** The lines that the log gets meanwhile, whatever their level. */
    public static String logOf(Runnable work) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " "
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()) + " "
                        + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listening);
        try {
            work.run();
        } finally {
            root.removeHandler(listening);
        }
        return String.join("\n", lines);
    }
}
