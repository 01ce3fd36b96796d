import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { addMessages, i18n, registerKinds, registerModule, type CrmModule } from '@crm/shell'
import App from './App.vue'
import { messages } from './messages'
import { shellPages } from './pages'
import { watchForNewVersion } from './upgrade'
import './tokens.css'
import './layout.css'

interface Listed {
  id: string
  module: string
  css?: string
}

addMessages('shell', messages)
registerKinds([
  {
    type: 'user',
    title: 'shell.users.one',
    path: 'platform/v1/colleagues',
    nameOf: user => String(user.fullName ?? user.name ?? '')
  }
])

const router = createRouter({
  history: createWebHistory('/crm/'),
  routes: shellPages,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 }
})

function loadStyles(href: string): Promise<void> {
  return new Promise(resolve => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    // Pages without their styles are poor, but better than no pages.
    link.onload = link.onerror = () => resolve()
    document.head.append(link)
  })
}

async function load(listed: Listed) {
  try {
    const code = import(/* @vite-ignore */ listed.module) as Promise<{ default: CrmModule }>
    const [module] = await Promise.all([code, listed.css ? loadStyles(listed.css) : undefined])
    for (const route of registerModule(module.default)) router.addRoute(route)
  } catch (failure) {
    // One broken module must not take the others along.
    console.error(`The pages of module ${listed.id} could not be loaded`, failure)
  }
}

async function modules(): Promise<Listed[]> {
  const answer = await fetch('/crm/ui/modules.json')
  return answer.ok ? ((await answer.json()) as Listed[]) : []
}

watchForNewVersion(router)
const app = createApp(App).use(i18n)
await modules().then(list => Promise.all(list.map(load)))
app.use(router)
app.mount('#app')
