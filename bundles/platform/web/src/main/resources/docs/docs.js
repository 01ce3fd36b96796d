// Writes with the session's cookie need its token; scripts sign in with name and password instead.
function withToken(request) {
  const token = /(?:^|; )crm-csrf=([^;]+)/.exec(document.cookie)
  if (token) request.headers['X-CSRF-Token'] = token[1]
  request.headers['Accept-Language'] = navigator.language
  return request
}

window.ui = SwaggerUIBundle({
  url: '../api/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  displayRequestDuration: true,
  validatorUrl: null,
  requestInterceptor: withToken
})
