package io.guanxi.crm.platform.privacy.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.privacy.Erasure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** What was done, in words and figures, without any value of the person. */
record Certificate(String text, String hash) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param reason without what identified the person */
    static Certificate of(Erasure erasure, String reason, Instant finished) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("erasure", Long.toString(erasure.id()));
        ObjectNode subject = tree.putObject("subject");
        subject.put("type", erasure.subject().type());
        subject.put("id", Long.toString(erasure.subject().id()));
        tree.put("reason", reason);
        tree.put("askedBy", erasure.askedBy());
        tree.put("askedAt", erasure.askedAt().toString());
        tree.put("finishedAt", finished.toString());
        ArrayNode parts = tree.putArray("parts");
        for (Erasure.Part part : erasure.parts()) {
            ObjectNode one = parts.addObject();
            one.put("source", part.source());
            Stored.put(one.putObject("label"), part.label());
            one.put("state", part.state().name().toLowerCase(Locale.ROOT));
            part.doneAt().ifPresent(at -> one.put("doneAt", at.toString()));
            one.set("did", Stored.tree(part.did()));
        }
        String text = tree.toString();
        return new Certificate(text, hash(text));
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
