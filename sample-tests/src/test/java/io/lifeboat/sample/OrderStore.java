package io.lifeboat.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders in an embedded H2 database. Thread-safe: one connection, used by one thread at a time. */
final class OrderStore implements AutoCloseable {

    /** How many orders a new database begins with, so that there is something to read. */
    static final int FIRST_ORDERS = 100;

    private final Connection connection;

    private OrderStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the database, and fills it if it is new.
     *
     * @param directory where it is kept, or null to keep it in memory
     */
    static OrderStore open(@Nullable Path directory) throws SQLException {
        OrderStore store = new OrderStore(DriverManager.getConnection(url(directory)));
        store.createIfNew();
        return store;
    }

    /** With WRITE_DELAY=0 a commit is in the file when it returns: the process may die, the order stays. */
    private static String url(@Nullable Path directory) {
        String place = directory == null
                ? "mem:orders;DB_CLOSE_DELAY=-1"
                : "file:" + directory.toAbsolutePath().resolve("orders") + ";WRITE_DELAY=0";
        return "jdbc:h2:" + place + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    private void createIfNew() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists orders (id identity primary key, item varchar not null)");
            if (count() == 0) {
                statement.execute("insert into orders (item) select 'lifejacket no. ' || x from system_range(1, "
                        + FIRST_ORDERS + ")");
            }
        }
    }

    synchronized Optional<String> find(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select item from orders where id = ?")) {
            select.setLong(1, id);
            ResultSet rows = select.executeQuery();
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Keeps an order; when this returns its id, the order is committed. */
    synchronized long add(String item) throws SQLException {
        String sql = "insert into orders (item) values (?)";
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, item);
            insert.executeUpdate();
            ResultSet keys = insert.getGeneratedKeys();
            keys.next();
            return keys.getLong(1);
        }
    }

    synchronized long count() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("select count(*) from orders");
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Waits for the statement that runs, then closes the database; later ones fail. */
    @Override
    public synchronized void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        connection.close();
    }
}
