package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.http.internal.CursorKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Positions in lists as opaque text, signed so that nobody can make one up. */
public final class Cursor {

    private static final int SIGNATURE = 16;

    private Cursor() {}

    /**
     * @param list which list in which order, such as {@code customers:-name}; the cursor is good for no other
     * @param values sort value and id of the last item shown
     */
    public static String encode(String list, String... values) {
        byte[] payload = write(values);
        byte[] signature = sign(list, payload);
        byte[] cursor = Arrays.copyOf(signature, SIGNATURE + payload.length);
        System.arraycopy(payload, 0, cursor, SIGNATURE, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** @throws MalformedRequestException naming {@code after} for a cursor that was not made here for this list */
    public static List<String> decode(String list, String cursor, int values) {
        byte[] bytes = bytes(cursor);
        if (bytes.length <= SIGNATURE) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
        if (!java.security.MessageDigest.isEqual(Arrays.copyOf(bytes, SIGNATURE), sign(list, payload))) {
            throw refused();
        }
        List<String> read = read(payload);
        if (read.size() != values) {
            throw refused();
        }
        return read;
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static byte[] sign(String list, byte[] payload) {
        byte[] name = list.getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(name, name.length + 1 + payload.length);
        System.arraycopy(payload, 0, signed, name.length + 1, payload.length);
        return Arrays.copyOf(CursorKey.sign(signed), SIGNATURE);
    }

    private static byte[] write(String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(values.length);
            for (String value : values) {
                out.writeUTF(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> read(byte[] payload) {
        List<String> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                values.add(in.readUTF());
            }
        } catch (IOException e) {
            throw refused();
        }
        return values;
    }

    private static MalformedRequestException refused() {
        return new MalformedRequestException(
                "after",
                "invalid-cursor",
                "This cursor does not belong to this list. Begin with the first page.",
                "该游标不属于此列表，请从第一页开始。");
    }
}
