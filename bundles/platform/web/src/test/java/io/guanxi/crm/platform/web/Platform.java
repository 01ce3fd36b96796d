package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportPreview;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.RejectedRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoJob;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SignIn;
import io.guanxi.crm.platform.security.service.SecurityOnDatabase;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Staff;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.platform.views.service.JdbcListViews;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The application on services that live in memory. */
final class Platform {

    static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");

    private Platform() {}

    static PlatformApplication application() {
        Access access = new OpenAccess();
        TestDatabase unopened = new TestDatabase("views"); // nobody asks for views or users here
        SecurityOnDatabase security = new SecurityOnDatabase(unopened);
        return new PlatformApplication(
                Neighbour.fixed(new OneUser()),
                Neighbour.fixed(new DoneSetUp()),
                Neighbour.fixed(new Files()),
                Neighbour.fixed(new FixedFeed(3)),
                Neighbour.fixed(new FixedSubscriptions()),
                Neighbour.fixed(new FixedJobs()),
                Neighbour.fixed(access),
                Neighbour.fixed(FieldCatalog.none()),
                Neighbour.fixed(new NoFields()),
                Neighbour.fixed(new FixedBulkChanges()),
                Neighbour.fixed(new JdbcListViews(unopened.dataSource(), unopened.transactions(), access)),
                Neighbour.fixed(security.users()),
                Neighbour.fixed(new Staff()),
                Neighbour.fixed(security.departments()),
                Neighbour.fixed(security.teams()),
                Neighbour.fixed(security.roles()),
                Neighbour.fixed(security.previews()),
                Neighbour.fixed(security.identities()),
                Neighbour.fixed(security.account()),
                Neighbour.fixed(security.keys()),
                Neighbour.fixed(new NoTrail()),
                Neighbour.fixed(new FixedChecks()),
                Neighbour.fixed(new NoPersonalData()),
                1000);
    }

    /** Ada, and nobody else. */
    private static final class OneUser implements SignIn {

        @Override
        public Optional<Caller> authenticate(String user, String password) {
            return user.equals("ada") && password.equals("secret")
                    ? Optional.of(new Caller("ada", Set.of("manager")))
                    : Optional.empty();
        }

        @Override
        public Optional<Session> open(String user, String password, Origin from) {
            return authenticate(user, password).map(caller -> new Session("T", "C", caller, AT));
        }

        @Override
        public Optional<Caller> apiKey(String token) {
            return Optional.empty();
        }

        @Override
        public Optional<Session> session(String token) {
            return Optional.empty();
        }

        @Override
        public void close(String token) {
            // nothing is kept
        }
    }

    /** Knows how long each file was. */
    private static final class Files implements Imports {

        private final List<ImportJob> jobs = new ArrayList<>();

        @Override
        public ImportJob start(ImportRequest request, InputStream file) throws IOException {
            int length = new String(file.readAllBytes(), StandardCharsets.UTF_8).length();
            ImportJob job = new ImportJob(
                    jobs.size() + 1,
                    request,
                    ImportJob.State.QUEUED,
                    length,
                    0,
                    0,
                    0,
                    1,
                    0.5,
                    AT,
                    "ada",
                    Optional.empty(),
                    Optional.of("boom"),
                    Optional.of(new Text("Bang.", "砰。")),
                    Optional.of(new UndoJob(ImportJob.State.RUNNING, 3, 1, 1)),
                    true);
            jobs.add(0, job);
            return job;
        }

        @Override
        public Optional<ImportJob> find(long id) {
            return jobs.stream().filter(job -> job.id() == id).findFirst();
        }

        @Override
        public List<ImportJob> list(Optional<Long> before, int limit) {
            return jobs.stream()
                    .filter(job -> before.isEmpty() || job.id() < before.get())
                    .limit(limit)
                    .toList();
        }

        @Override
        public ImportPreview preview(ImportRequest request, int rows, InputStream file) throws IOException {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ImportPreview(
                    "UTF-8",
                    ",",
                    List.of("名称", text),
                    Map.of("名称", "name"),
                    Map.of("名称", 1.0),
                    List.of(text),
                    List.of(),
                    List.of(List.of("张", String.valueOf(rows))),
                    List.of(new Rejection(2, "name", "bad", new Text("No.", "不。"))));
        }

        @Override
        public List<String> header(long id) {
            return List.of("名称", "code");
        }

        @Override
        public void rejectedRows(long id, Consumer<RejectedRow> consumer) {
            consumer.accept(new RejectedRow(
                    7,
                    List.of("=1+1", "+86 139"),
                    List.of(
                            new Rejection(7, "name", "bad", new Text("No \"good\".", "不好。")),
                            new Rejection(7, "code", "worse", new Text("Worse.", "更差。")))));
        }

        @Override
        public ImportJob undo(long id) {
            return find(id).orElseThrow();
        }

        @Override
        public List<UndoConflict> conflicts(long id, int position, int limit) {
            return List.of(UndoConflict.changedSince(41), UndoConflict.changedSince(42)).stream()
                    .skip(position)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void rejections(long id, Consumer<Rejection> consumer) {
            consumer.accept(new Rejection(7, "=HYPERLINK(\"x\")", "bad", new Text("No \"good\".", "不好。")));
        }

        @Override
        public boolean cancel(long id) {
            return false;
        }

        @Override
        public List<ImportTarget> targets() {
            return List.of(new ImportTarget() {
                @Override
                public String type() {
                    return "things";
                }

                @Override
                public List<ImportColumn> columns() {
                    return List.of(new ImportColumn("name", new Text("Name", "名称"), true));
                }

                @Override
                public String keyColumn() {
                    return "name";
                }

                @Override
                public boolean grouped() {
                    return false;
                }

                @Override
                public ChunkOutcome write(ImportChunk chunk) {
                    throw new UnsupportedOperationException();
                }
            });
        }
    }
}
