package io.guanxi.crm.platform.imports.service;

/**
 * Stands for a record's key where all keys of a file are kept: FNV-1a over the characters, mixed as in MurmurHash3. Two of
 * a million keys meet with a probability of 3 in 10^8.
 */
final class KeyHash {

    private KeyHash() {}

    static long of(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
