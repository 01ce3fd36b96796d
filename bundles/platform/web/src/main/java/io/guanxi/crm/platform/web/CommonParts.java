package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What every operation has in common: sign-in and problem documents. */
final class CommonParts {

    private static final String DOCUMENT =
            """
            {
              "openapi": "3.0.3",
              "info": {
                "title": "Guanxi CRM",
                "version": "1",
                "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"}
              },
              "servers": [{"url": "/"}],
              "security": [{"session": []}, {"basic": []}, {"apiKey": []}],
              "components": {
                "securitySchemes": {
                  "session": {
                    "type": "apiKey", "in": "cookie", "name": "crm-session",
                    "description": "Cookie of POST /session; writes need the cookie crm-csrf as header X-CSRF-Token too."
                  },
                  "basic": {"type": "http", "scheme": "basic"},
                  "apiKey": {"type": "http", "scheme": "bearer", "description": "A token of POST /api-keys."}
                },
                "parameters": {
                  "IdempotencyKey": {
                    "name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "minLength": 1, "maxLength": 255},
                    "description": "Sent again with the same key, the request is answered as the first time and not done twice; kept for 24 hours."
                  }
                },
                "responses": {
                  "Problem": {
                    "description": "The request was refused, or failed.",
                    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
                  }
                },
                "schemas": {
                  "Problem": {
                    "type": "object",
                    "description": "RFC 9457, in the language of Accept-Language.",
                    "required": ["type", "title", "status"],
                    "properties": {
                      "type": {"type": "string", "format": "uri"},
                      "title": {"type": "string"},
                      "status": {"type": "integer"},
                      "detail": {"type": "string"},
                      "instance": {"type": "string"},
                      "errorId": {"type": "string"},
                      "errors": {"type": "array", "items": {"$ref": "#/components/schemas/FieldError"}}
                    }
                  },
                  "FieldError": {
                    "type": "object",
                    "required": ["field", "code", "message"],
                    "properties": {
                      "field": {"type": "string", "example": "persons[0].email"},
                      "code": {"type": "string"},
                      "message": {"type": "string"}
                    }
                  }
                }
              }
            }
            """;

    private CommonParts() {}

    static ObjectNode create() {
        try {
            return (ObjectNode) JsonMapper.builder().build().readTree(DOCUMENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the text above is JSON", e);
        }
    }
}
