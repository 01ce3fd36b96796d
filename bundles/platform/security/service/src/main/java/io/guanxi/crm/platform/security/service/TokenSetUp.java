package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.PrivateFile;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.SetUp;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token lies in {@value #FILE} in the data folder; nodes that share a database have one each. */
@Component(immediate = true)
public class TokenSetUp implements SetUp {

    static final String FILE = "setup-token";

    private static final Logger LOG = LoggerFactory.getLogger(TokenSetUp.class);

    private final LoginTable logins;
    private final Users users;
    private final Administration administration;
    private final Throttle throttle;
    private final Path file;
    private volatile boolean done;

    @Activate
    public TokenSetUp(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Users users,
            @Reference Administration administration) {
        this(
                new Jdbc(dataSource),
                users,
                administration,
                PrivateFile.folder()
                        .orElseThrow(() -> new IllegalStateException("neither crm.data nor karaf.data is set")),
                Clock.systemUTC());
    }

    TokenSetUp(Jdbc jdbc, Users users, Administration administration, Path folder, Clock clock) {
        this.logins = new LoginTable(jdbc);
        this.users = users;
        this.administration = administration;
        this.throttle = new Throttle(clock);
        this.file = folder.resolve(FILE);
        prepare();
    }

    private void prepare() {
        if (!isNeeded()) {
            forgetToken();
            return;
        }
        try {
            PrivateFile.create(file, RandomText.setUpToken().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the set-up token to " + file, e);
        }
        LOG.info("there is no user yet: open /crm/ in a browser and give the token in {}", file);
    }

    @Override
    public boolean isNeeded() {
        if (!done) {
            done = !logins.isEmpty();
        }
        return !done;
    }

    @Override
    public Path tokenFile() {
        return file;
    }

    @Override
    public User makeAdministrator(String token, String name, String password) {
        if (!isNeeded()) {
            throw setUpAlready();
        }
        throttle.attempt(FILE);
        if (!MessageDigest.isEqual(bytes(token.strip()), bytes(token()))) {
            throw new InvalidValueException(
                    "token",
                    "wrong-token",
                    "This is not the token in the server's file setup-token.",
                    "令牌与服务器上 setup-token 文件中的不一致。");
        }
        throttle.succeeded(FILE);
        User made = Callers.callAs(
                Caller.system("setup"), () -> administration.alone(() -> madeWhereThereIsNone(name, password)));
        done = true;
        forgetToken();
        LOG.info("the first administrator is {}", made.data().name());
        return made;
    }

    private User madeWhereThereIsNone(String name, String password) {
        if (!logins.isEmpty()) {
            throw setUpAlready();
        }
        return users.create(UserData.of(name, Set.of(Caller.ADMINISTRATOR)), password);
    }

    // Without its file there is no token, and no text is it.
    private String token() {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException e) {
            throw new ConflictException(
                    "setup-token-gone",
                    "The server's file setup-token is gone. Restart the server to have another one made.",
                    "服务器上的 setup-token 文件已不存在，请重启服务器以重新生成。");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    private void forgetToken() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // of no use to anybody any more
            LOG.warn("can't delete {}", file, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConflictException setUpAlready() {
        return new ConflictException("already-set-up", "There are users already: sign in.", "系统已完成初始设置，请直接登录。");
    }
}
