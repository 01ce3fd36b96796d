package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.UnknownErasureException;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Knows one person by a name that spreadsheets would compute, and erases nobody. */
final class NoPersonalData implements PersonalData {

    static final String NAME = "=1+1";

    @Override
    public void requireExport(Subject subject) {
        // everybody may
    }

    @Override
    public long export(Subject subject, Consumer<PersonalValue> consumer) {
        consumer.accept(new PersonalValue(
                new Text("Person", "联系人"), subject.type(), "5", "name", new Text("Name", "姓名"), NAME));
        return 1;
    }

    @Override
    public void requireErase() {
        // everybody may
    }

    @Override
    public Erasure erase(Subject subject, String reason) {
        return new Erasure(
                7,
                subject,
                Erasure.State.RUNNING,
                reason,
                Platform.AT,
                "ada",
                Optional.empty(),
                Optional.empty(),
                List.of(new Erasure.Part(
                        "customer",
                        new Text("Customer archive", "客户档案"),
                        Erasure.PartState.DONE,
                        1,
                        Optional.of(Platform.AT),
                        Optional.empty(),
                        Erased.builder()
                                .deleted("person", new Text("Persons", "联系人"), 1)
                                .build())));
    }

    @Override
    public Erasure find(long id) {
        throw new UnknownErasureException();
    }

    @Override
    public List<Erasure> list(Optional<Long> before, int limit) {
        return List.of();
    }

    @Override
    public String certificate(long id) {
        return "{}";
    }

    @Override
    public List<String> missingSources() {
        return List.of();
    }

    @Override
    public void forgetSource(String name) {
        // there is none
    }
}
