package io.guanxi.crm.itests.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A customer row, a phone row and an outbox row for each customer, as the product stores them. */
final class FloorTables {

    private static final String[] TABLES = {
        "create table customer(id bigint not null primary key, version bigint not null, kind varchar(20) not null,"
                + " code varchar(40) not null unique, name varchar(200) not null, stage varchar(20) not null,"
                + " created_at bigint not null, created_by varchar(200) not null,"
                + " updated_at bigint not null, updated_by varchar(200) not null,"
                + " first_phone varchar(50))",
        "create index customer_name on customer(name, id)",
        "create table phone(customer_id bigint not null references customer(id), ordinal int not null,"
                + " phone varchar(50) not null, digits varchar(50) not null, primary key(customer_id, ordinal))",
        "create index phone_digits on phone(digits)",
        "create table outbox(id bigint not null primary key, topic varchar(80) not null,"
                + " record_type varchar(40) not null, record_id bigint not null, published_at bigint not null,"
                + " data varchar(4000) not null)"
    };
    private static final String COLUMNS = "select c.id, c.kind, c.code, c.name, c.stage, c.created_at, ";
    private static final String FIND = COLUMNS + "p.phone from customer c"
            + " left join phone p on p.customer_id = c.id and p.ordinal = 0 where c.id = ?";

    /** Derby's planner sorts all customers unless it is told to walk the index; to PostgreSQL that is a comment. */
    private static final String LIST =
            COLUMNS + "c.first_phone from customer c --DERBY-PROPERTIES index=customer_name\n"
                    + " order by c.name, c.id fetch first 50 rows only";

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentHashMap<Thread, Statements> statements = new ConcurrentHashMap<>();
    private final String url;

    FloorTables(String url) throws SQLException {
        this.url = url;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    record Customer(long id, String kind, String code, String name, String stage, long createdAt, String phone) {

        String json() {
            return "{\"id\":\"" + id + "\",\"version\":1,\"kind\":\"" + kind + "\",\"code\":\"" + code
                    + "\",\"name\":\"" + name + "\",\"stage\":\"" + stage + "\",\"phones\":[\"" + phone
                    + "\"],\"createdAt\":" + createdAt + "}";
        }
    }

    Customer insert(byte[] body) throws SQLException, IOException {
        JsonNode wanted = json.readTree(body);
        long id = ids.incrementAndGet();
        Customer customer = new Customer(
                id,
                wanted.get("kind").asText(),
                "C-" + id,
                wanted.get("name").asText(),
                "unknown",
                System.currentTimeMillis(),
                wanted.get("phones").get(0).asText());
        mine().insert(customer);
        return customer;
    }

    Customer find(long id) throws SQLException {
        PreparedStatement find = mine().find;
        find.setLong(1, id);
        try (ResultSet rows = find.executeQuery()) {
            rows.next();
            return customer(rows);
        }
    }

    String firstByName() throws SQLException {
        StringBuilder page = new StringBuilder("{\"items\":[");
        try (ResultSet rows = mine().list.executeQuery()) {
            while (rows.next()) {
                page.append(page.length() > 10 ? "," : "").append(customer(rows).json());
            }
        }
        return page.append("]}").toString();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7));
    }

    private Connection connect() throws SQLException {
        boolean derby = url.startsWith("jdbc:derby:");
        return derby
                ? DriverManager.getConnection(url + ";create=true")
                : DriverManager.getConnection(url, "postgres", "postgres");
    }

    private Statements mine() throws SQLException {
        Statements open = statements.get(Thread.currentThread());
        if (open == null) {
            open = new Statements(connect());
            statements.put(Thread.currentThread(), open);
        }
        return open;
    }

    /** What one thread of the server works with. */
    private static final class Statements {
        private final Connection connection;
        private final PreparedStatement customer;
        private final PreparedStatement phone;
        private final PreparedStatement outbox;
        private final PreparedStatement find;
        private final PreparedStatement list;

        Statements(Connection connection) throws SQLException {
            this.connection = connection;
            customer = connection.prepareStatement(
                    "insert into customer values(?, 1, ?, ?, ?, ?, ?, 'admin', ?, 'admin', ?)");
            phone = connection.prepareStatement("insert into phone values(?, 0, ?, ?)");
            outbox = connection.prepareStatement(
                    "insert into outbox values(?, 'customer.created', 'customer', ?, ?, ?)");
            find = connection.prepareStatement(FIND);
            list = connection.prepareStatement(LIST);
        }

        void insert(Customer row) throws SQLException {
            connection.setAutoCommit(false);
            customer.setLong(1, row.id());
            customer.setString(2, row.kind());
            customer.setString(3, row.code());
            customer.setString(4, row.name());
            customer.setString(5, row.stage());
            customer.setLong(6, row.createdAt());
            customer.setLong(7, row.createdAt());
            customer.setString(8, row.phone());
            customer.executeUpdate();
            phone.setLong(1, row.id());
            phone.setString(2, row.phone());
            phone.setString(3, row.phone().replaceAll("\\D", ""));
            phone.executeUpdate();
            outbox.setLong(1, row.id());
            outbox.setLong(2, row.id());
            outbox.setLong(3, row.createdAt());
            outbox.setString(4, "{\"name\":\"" + row.name() + "\"}");
            outbox.executeUpdate();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
