"""Solihull's plan, read by eye from its text. Not made with the reader."""

POSTS = {
    "S": "Head of Service Safeguards",
    "F": "Head of Service Family Support",
    "C": "Head of Service Children’s Commissioning",
    "L": "Head of Service Looked After Children",
    "P": "Principal Social Worker",
    "M": "Missing and Exploitation Team Manager",
    "O": "Commissioning Officer",
    "V": "Provider",
}

SHORT = {
    "done": "complete",
    "kept": "complete_monitored",
    "nearly": "nearly_complete",
    "going": "in_progress",
}

# 45 of the 51 rows are reported complete ("done" or "kept", 5.1 and 5.2 being one row).
# The six that are not: 1.6, 2.2, 7.5, 8.1, 8.3 and 10.3.
ACTIONS = """
1.1  | Explore alternative audit processes          | S     | done
1.2  | Launch new process, guidance                 | S     | done
1.3  | Quality Assurance – review of process        | S     | done
1.4  | Review and refresh of existing case audit    | S     | done
1.5  | Learning from audits is shared               | S     | done
1.6  | Develop and revise data sets                 | S     | going
2.1  | Review all processes relevant to strategy    | F     | done
2.2  | Ensure that all strategy discussions take    | F     | going
2.3  | In cases where any delay has been            | F     | kept
2.4  | Review recent cases where delay              | F     | done
2.5  | Quality assurance/audit strategy monitoring  | F     | kept
2.6  | Ensure Family Support and Child Protection   | F     | kept
3.1  | Audit of threshold visits completed          | F     | kept
3.2  | Dip sample audit of threshold visits         | F     | done
4.1  | Review of current specification              | C     | kept
4.2  | The timeliness of referrals into             | S C   | done
4.3  | Review and streamline internal processes     | S P   | kept
4.4  | Work collaboratively with the provider       | S C   | done
4.5  | Develop different ways to engage             | M O   | kept
4.6  | Monthly contract monitoring to ensure        | C     | kept
4.7  | Monthly review of cumulative data            | M V   | kept
4.8  | Identify external placement providers        | C     | done
5.1  | Ensure that all Child in Need                | S F   | kept
5.2  | This will be audited through seeking         | S F   | kept
5.3  | Implement revised Signs of Safety            | S P   | done
5.4  | Practice workshops with relevant             | S P   | done
5.5  | Audits of Child in Need and                  | S     | done
6.1  | The processes and capacity of the            | F     | done
6.2  | The backlog of and timeliness                | F     | done
6.3  | Implement plan to review existing Level 2    | F     | kept
6.4  | Training and development through team        | F P   | kept
6.5  | Implement finalised threshold document       | F P   | done
7.1  | Ensure clear communication with              | L     | done
7.2  | Promote the existing opportunities           | L     | kept
7.3  | Quality assurance and monitoring reports     | L     | kept
7.4  | Develop a business case for further          | L     | done
7.5  | Triangulate direct feedback from             | L     | going
8.1  | Review Special Guardianship Orders           | L     | nearly
8.2  | Develop a business case for dedicated        | L     | done
8.3  | Liaison with judiciary about pathways        | F L   | going
8.4  | Permanency planning to be considered         | S F L | kept
8.5  | Timeliness and service user feed-back        | S F L | done
9.1  | There is a clear pathway                     | F C   | done
9.2  | An information pack will be                  | F     | done
9.3  | Quality Assurance and review to              | F S   | done
9.4  | Review framework for support for 16-17       | F     | done
9.5  | Evidence on file that all                    | F     | kept
10.1 | Awareness raising activity plan              | L     | done
10.2 | A training and awareness raising             | L     | done
10.3 | Quality assurance and reporting arrangements | L S   | nearly
10.4 | Private fostering arrangements are           | F     | kept
10.5 | Audit and monitor increased development      | S F L | done
"""

OUTCOMES = {1: 5, 2: 4, 3: 4, 4: 5, 5: 2, 6: 2, 7: 4, 8: 2, 9: 4, 10: 2}
COUNTABLE = ["4.a", "6.a", "6.b"]


def actions() -> list[tuple[str, str, tuple[str, ...], str]]:
    rows = [line.split("|") for line in ACTIONS.strip().splitlines()]
    return [
        (n.strip(), t.strip(), tuple(POSTS[p] for p in w.split()), SHORT[d.strip()])
        for n, t, w, d in rows
    ]
