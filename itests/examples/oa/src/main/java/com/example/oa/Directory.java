package com.example.oa;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.OutsideDepartment;
import io.guanxi.crm.platform.security.OutsideUser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the people and departments of the OA into the CRM, and checks their passwords. */
@Component
public class Directory implements IdentityProvider {

    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;

    private final Jdbc jdbc;

    @Activate
    public Directory(@Reference(target = "(osgi.jndi.service.name=crm/oa)") DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public String id() {
        return "oa";
    }

    @Override
    public Text label() {
        return new Text("OA", "OA 系统");
    }

    @Override
    public List<OutsideDepartment> departments() {
        return jdbc.list(
                "SELECT CODE, NAME, PARENT FROM OA_UNIT",
                Jdbc.NONE,
                row -> new OutsideDepartment(
                        row.getString("CODE"), row.getString("NAME"), Rows.optionalText(row, "PARENT")));
    }

    @Override
    public List<OutsideUser> users() {
        return jdbc.list(
                "SELECT STAFF_NUMBER, LOGIN, NAME, UNIT, JOB, LEFT_US FROM OA_PERSON",
                Jdbc.NONE,
                row -> new OutsideUser(
                        row.getString("STAFF_NUMBER"),
                        row.getString("LOGIN"),
                        Rows.optionalText(row, "NAME"),
                        Optional.empty(),
                        Rows.optionalText(row, "UNIT"),
                        roles(row.getString("JOB")),
                        row.getInt("LEFT_US") == 0));
    }

    /** What a job in the OA is in the CRM. */
    private static Set<String> roles(String job) {
        return switch (job) {
            case "head" -> Set.of("manager");
            case "seller" -> Set.of("sales");
            default -> Set.of("service");
        };
    }

    @Override
    public boolean checksPasswords() {
        return true;
    }

    @Override
    public boolean isPassword(String name, String password) {
        String stored = jdbc.first(
                        "SELECT SECRET FROM OA_PERSON WHERE LOGIN = ?",
                        s -> s.setString(1, name.toLowerCase(Locale.ROOT)),
                        row -> row.getString(1))
                .orElse("");
        // A name that nobody has takes as long.
        byte[] hash = hash(name.toLowerCase(Locale.ROOT), password);
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(stored));
    }

    private static byte[] hash(String name, String password) {
        try {
            PBEKeySpec key = new PBEKeySpec(
                    password.toCharArray(), ("oa:" + name).getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        }
    }
}
