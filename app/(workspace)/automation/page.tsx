import { redirect } from 'next/navigation';

export default function AutomationPage() {
  redirect('/automation/intents');
}
