//! How topics, ready answers and signals read.

use crate::domain::{
    concern::{ReadyAnswer, Topic},
    signals::Signal,
};

use super::Words;

impl Words {
    /// What a concern is about.
    pub fn topic(&self, topic: Topic) -> String {
        match topic {
            Topic::CannotLeave => self.msg_topic_cannot_leave(),
            Topic::ChildAlone => self.msg_topic_child_alone(),
            Topic::Hurt => self.msg_topic_hurt(),
            Topic::Money => self.msg_topic_money(),
            Topic::Other => self.msg_topic_other(),
        }
    }

    /// A ready answer, as whoever told the concern reads it.
    pub fn ready_answer(&self, answer: ReadyAnswer) -> String {
        match answer {
            ReadyAnswer::Received => self.msg_answer_received(),
            ReadyAnswer::TellMore => self.msg_answer_tell_more(),
            ReadyAnswer::Danger => self.msg_answer_danger(),
            ReadyAnswer::Papers => self.msg_answer_papers(),
            ReadyAnswer::Done => self.msg_answer_done(),
        }
    }

    /// The button by which the desk gives a ready answer.
    pub fn ready_answer_button(&self, answer: ReadyAnswer) -> String {
        match answer {
            ReadyAnswer::Received => self.msg_press_answer_received(),
            ReadyAnswer::TellMore => self.msg_press_answer_tell_more(),
            ReadyAnswer::Danger => self.msg_press_answer_danger(),
            ReadyAnswer::Papers => self.msg_press_answer_papers(),
            ReadyAnswer::Done => self.msg_press_answer_done(),
        }
    }

    /// What a case rests on, without whom.
    pub fn signal(&self, signal: Signal) -> String {
        match signal {
            Signal::ChildAlone(_) => self.msg_signal_child_alone(),
            Signal::Crowded => self.msg_signal_crowded(),
            Signal::ManyOverstays => self.msg_signal_many_overstays(),
        }
    }
}
