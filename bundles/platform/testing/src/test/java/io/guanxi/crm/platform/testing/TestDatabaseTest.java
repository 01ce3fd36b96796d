package io.guanxi.crm.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class TestDatabaseTest {

    @Rule
    public final TestDatabase database = new TestDatabase("testing");

    @Test
    public void rollsBackWhatFails() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    insert(1);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(count()).isZero();
    }

    @Test
    public void anInnerFailureTakesTheOuterTransactionWithIt() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    insert(1);
                    try {
                        database.transactions().run(() -> {
                            throw new IllegalStateException("boom");
                        });
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessage("boom");
                    }
                }))
                .isInstanceOf(io.guanxi.crm.platform.persistence.TransactionFailedException.class);

        assertThat(count()).isZero();
    }

    @Test
    public void aTransactionOfItsOwnSurvivesTheCallersRollback() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    database.transactions().callAlone(() -> insert(1));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(count()).isEqualTo(1);
    }

    @Test
    public void actsAfterCommitOnly() {
        List<String> seen = new ArrayList<>();
        database.transactions().run(() -> {
            database.transactions().afterCommit(() -> seen.add("after"));
            seen.add("inside");
        });

        assertThat(seen).containsExactly("inside", "after");
    }

    @Test
    public void idsOfABlockAreUnique() {
        IdSequence ids = new IdSequence("CRM_TESTING_SEQ");
        List<Long> drawn = database.jdbc().with(connection -> {
            List<Long> result = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                result.add(ids.next(connection));
            }
            return result;
        });

        assertThat(drawn).doesNotHaveDuplicates().startsWith(1L).hasSize(250);
    }

    private int insert(int id) {
        return database.jdbc().update("INSERT INTO CRM_TESTING (ID) VALUES (?)", s -> s.setInt(1, id));
    }

    private int count() {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM CRM_TESTING", Jdbc.NONE, row -> row.getInt(1))
                .orElseThrow();
    }
}
